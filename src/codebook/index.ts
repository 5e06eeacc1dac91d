export type * from './codebook.ts';
export { compile } from './compile.ts';
export { openCodebook } from './open.ts';
