import { z } from 'zod';
import type { Link } from './links.ts';

/** What is used of a data catalogue (DCAT-US): datasets and the files each is given as. */
const CATALOGUE = z.object({
  dataset: z.array(
    z.object({
      title: z.string().catch(''),
      distribution: z
        .array(z.object({ downloadURL: z.string().optional(), title: z.string().catch('') }).catch({ title: '' }))
        .catch([]),
    }),
  ),
});

/** The files of the dataset of this title; null where the text is no catalogue. */
export function linksInCatalogue(json: string, title: string, page: URL): readonly Link[] | null {
  const catalogue = CATALOGUE.safeParse(parsed(json));
  if (!catalogue.success) return null;
  return catalogue.data.dataset
    .filter((dataset) => dataset.title.trim().toLowerCase() === title.toLowerCase())
    .flatMap(({ distribution }) => distribution)
    .flatMap(({ downloadURL, title: text }) => {
      const url = downloadURL === undefined ? null : URL.parse(downloadURL, page);
      return url === null ? [] : [{ url, text }];
    });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No catalogue, as JSON of another shape is none: the caller says so.
    return null;
  }
}
