import type { DrugDescriptor, StatedAmount } from '../codes/drug-descriptor.ts';
import type { Quantity } from '../codes/drug-units.ts';
import type { VisitTime } from '../codes/evaluation-and-management.ts';
import { figure } from '../text.ts';
import type { CodeFacts } from './code-facts.ts';
import { filled, type Row } from './record-text.ts';

/** What was read out of a drug's descriptor, and what is known of a visit by its number. */
export const readRows = ({ drug, evaluationAndManagement: visit }: CodeFacts): Row[] =>
  filled([
    ['drug', drug === null ? '' : drugText(drug)],
    ['visit', visit === null ? '' : visitText(visit)],
  ]);

function drugText(drug: NonNullable<CodeFacts['drug']>): string {
  const { dose, content, perVolume, ingredients, substance, notOtherwiseClassified } = drug;
  const isCombination = ingredients.length > 1;
  const names = isCombination ? ingredients.map(ingredientText).join(' + ') : substance;
  if (dose === null) return notOtherwiseClassified ? `${names}; name what was given` : names;
  if (isCombination && ingredients.every(({ amount }) => amount !== null)) return `one unit is ${names}`;
  const volume = perVolume === null ? '' : ` in ${quantity(perVolume)}`;
  return `${names}; one unit is ${stated(dose)}${volume}${content === null ? '' : `, of ${stated(content)}`}`;
}

const ingredientText = ({ substance, amount }: DrugDescriptor['ingredients'][number]): string =>
  amount === null ? substance : `${substance} ${quantity(amount)}`;

const stated = ({ bound, quantity: most, above }: StatedAmount): string =>
  bound === 'exactly'
    ? quantity(most)
    : above === null
      ? `${bound} ${quantity(most)}`
      : `more than ${quantity(above)}, at most ${quantity(most)}`;

const quantity = ({ text, unit }: Quantity): string => `${figure(text)} ${unit}`;

function visitText({ family, patient, decisionMaking, time, isCurrent, lastYear, firstYear, since }: Visit): string {
  const what = [
    `${family}${patient === null ? '' : `, ${patient} patient`}`,
    decisionMaking === null ? '' : `decision making ${decisionMaking}`,
    time === null ? '' : `${timeText(time)}${since === null ? '' : ` (since ${since})`}`,
  ];
  const ended = lastYear === null ? `begins in ${firstYear}` : `ended with ${lastYear}`;
  return [...what.filter((text) => text !== ''), ...(isCurrent ? [] : [ended])].join('; ');
}

type Visit = NonNullable<CodeFacts['evaluationAndManagement']>;

function timeText({ kind, minutes, most }: VisitTime): string {
  if (kind === 'from to') return `${minutes} to ${most} minutes`;
  return `${kind} ${minutes} minutes${most === null ? '' : `, at most ${most}`}`;
}
