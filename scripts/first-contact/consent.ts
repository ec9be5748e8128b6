import { USD_PER_ZONE_HOUR } from '../../src/reconcile/model/cost.ts';
import { counted } from '../../src/support/text.ts';
import type { Request } from './options.ts';
import type { Place } from './place.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

/** How long the life takes, as a guess. */
export const LIFE_MINUTES = 25;

/** US dollars: AWS bills each hour that has begun, for each endpoint and zone. */
export function costOf(zones: number, questions: readonly Pick<Question, 'endpoints'>[]): number {
  const hours = zones + questions.reduce((sum, { endpoints }) => sum + endpoints, 0);
  return hours * USD_PER_ZONE_HOUR;
}

/** Everything that will be made, what it costs and how it is undone: what a person agrees to. */
export function consentLines(place: Pick<Place, 'vpcId' | 'subnetIds'>, request: Request): string[] {
  const asked = QUESTIONS.filter(({ id }) => request.ask.includes(id));
  const zones = request.onlyQuestions ? 0 : place.subnetIds.length;
  const minutes = (request.onlyQuestions ? 0 : LIFE_MINUTES) + asked.reduce((sum, one) => sum + one.minutes, 0);
  return [
    `This is about to create and delete things in ${place.vpcId} and at CockroachDB Cloud:`,
    ...(request.onlyQuestions
      ? []
      : [
          '',
          `Life cycle: one VPC endpoint in ${counted(zones, 'availability zone')}, its security group, its connection and private DNS.`,
          '  Ten runs of the action create, verify, change, repair and delete it.',
        ]),
    ...asked.flatMap((one) => [
      '',
      `Question ${one.id}: ${one.asks}`,
      `  Creates: ${one.makes}`,
      `  Costs: ${one.endpoints === 0 ? 'nothing' : dollars(costOf(0, [one]))}`,
      `  ${one.lasting === true ? 'WARNING' : 'Undone'}: ${one.undone}`,
    ]),
    '',
    `Cost: about ${dollars(costOf(zones, asked))}, at $${USD_PER_ZONE_HOUR} for each zone and hour begun (us-east-1), plus data.`,
    `Time: about ${minutes} minutes. Ctrl+C stops it; what was created is then deleted.`,
  ];
}

/** `$0.15` */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
