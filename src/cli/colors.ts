import { styleText } from 'node:util';

/** Colours only where a person looks: on a terminal, and not against `NO_COLOR`. */
const wanted = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
const plain = (text: string): string => text;

export type Colour = (text: string) => string;

const colour = (name: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'magenta' | 'cyan'): Colour =>
  wanted ? (text) => styleText(name, text, { validateStream: false }) : plain;

export const bold = colour('bold');
export const dim = colour('dim');
export const red = colour('red');
export const green = colour('green');
export const yellow = colour('yellow');
export const magenta = colour('magenta');
export const cyan = colour('cyan');
