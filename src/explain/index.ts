export { type ExampleLine, exampleClaim } from './example-claim.ts';
export { type ExampleRequest, exampleCode, examplePair, type WorkedExample } from './explain-codes.ts';
export { type Explanation, explain, type Rule, ruleOf } from './explanation.ts';
export { type RowHistory, rowHistory } from './row-history.ts';
export { type Trial, tryResolutions } from './try-resolution.ts';
