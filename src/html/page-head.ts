import { escaped } from './escape.ts';

/** Nothing may be loaded from anywhere: all is in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/** A page that needs nothing else, up to the end of its head; `</head><body>` is the caller's. */
export const pageHead = (title: string, style: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escaped(title)}</title><style>${style}</style>`;
