import {
  ASSISTANT_SURGERY,
  BILATERAL_SURGERY,
  CO_SURGERY,
  FEE_SCHEDULE_STATUS,
  GLOBAL_DAYS,
  MULTIPLE_PROCEDURE,
  PC_TC,
  TEAM_SURGERY,
} from '../codes/fee-schedule-values.ts';
import type { ValueNames } from '../codes/record-values.ts';
import { dollars } from '../money.ts';
import type { CodeFacts } from './code-facts.ts';
import { filled, type Row } from './record-text.ts';
import type { FeeScheduleFacts } from './table-facts.ts';

/** What the fee schedule and the other tables say, for a person. */
export function tableRows(facts: CodeFacts): Row[] {
  const { feeSchedule, drugPrice, rbcs, categoryThree, notOtherwiseClassified: noc, processingNoteText } = facts;
  return filled([
    ['note says', processingNoteText ?? ''],
    ['NOC', noc === null ? '' : `not otherwise classified (${noc}): say what was given or done`],
    ...(feeSchedule === null ? [] : feeScheduleRows(feeSchedule)),
    [
      'drug price',
      drugPrice === null ? '' : `$${drugPrice.paymentLimit} for ${drugPrice.dosage} (${drugPrice.release})`,
    ],
    [
      'RBCS',
      rbcs === null ? '' : [rbcs.category, rbcs.subcategory, rbcs.family].filter((text) => text !== '').join(', '),
    ],
    ['sunset', categoryThree === null ? '' : sunsetText(categoryThree)],
  ]);
}

function sunsetText({ sunset, isPublished, convertedTo, release }: NonNullable<CodeFacts['categoryThree']>): string {
  const how = isPublished ? '' : ' unless it is extended';
  return `lapses on ${sunset}${how}${convertedTo.length > 0 ? `; converted to ${convertedTo.join(', ')}` : ''} (${release})`;
}

function feeScheduleRows(facts: FeeScheduleFacts): Row[] {
  const { status, nonFacilityCents, facilityCents, workRvu, conversionFactor, release } = facts;
  const paid =
    nonFacilityCents === null && facilityCents === null
      ? ''
      : `; before geographic adjustment ${price(nonFacilityCents)} outside a facility, ${price(facilityCents)} in one (work ${workRvu}, factor ${conversionFactor})`;
  return [
    ['fee schedule', `${named(status, FEE_SCHEDULE_STATUS)}${paid} (${release})`],
    ['rules', rules(facts)],
  ];
}

/** The indicators to which a rule is tied. */
function rules(facts: FeeScheduleFacts): string {
  const all: readonly (readonly [string, string, ValueNames])[] = [
    ['global', facts.globalDays, GLOBAL_DAYS],
    ['PC/TC', facts.pcTc, PC_TC],
    ['multiple', facts.multipleProcedure, MULTIPLE_PROCEDURE],
    ['bilateral', facts.bilateralSurgery, BILATERAL_SURGERY],
    ['assistant', facts.assistantSurgery, ASSISTANT_SURGERY],
    ['co-surgeon', facts.coSurgery, CO_SURGERY],
    ['team', facts.teamSurgery, TEAM_SURGERY],
  ];
  return all
    .filter(([, value]) => value !== '' && value !== '9' && value !== 'XXX')
    .map(([label, value, names]) => `${label} ${named(value, names)}`)
    .join('; ');
}

const named = (value: string, names: ValueNames): string => (names[value] ? `${value} ${names[value]}` : value);

const price = (cents: number | null): string => (cents === null ? 'no amount' : `$${dollars(cents)}`);
