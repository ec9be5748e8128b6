import { type Answer, type Asking, known, question } from '../question.ts';
import type { CloudReply } from '../raw.ts';
import { seconds, stateWord, until } from '../watch.ts';

const SERVICES = '/networking/private-endpoint-services';
const isOk = ({ status }: CloudReply) => status >= 200 && status < 300;

interface SeenService {
  readonly status: string;
  readonly named: boolean;
}

function servicesOf({ body }: CloudReply): SeenService[] {
  const { services } = (body ?? {}) as { services?: unknown };
  return (Array.isArray(services) ? services : []).map((one: Record<string, unknown>) => ({
    status: stateWord(one['status']),
    named: typeof one['name'] === 'string' && one['name'] !== '',
  }));
}

interface Creation {
  readonly posted: CloudReply;
  readonly end: CloudReply;
  /** What was listed while they were created, without repetitions. */
  readonly shapes: readonly string[];
  /** Whether a read showed the cluster LOCKED. */
  readonly locked: { readonly seen: boolean; readonly n: number };
}

export const advancedService = question<{ creation: Creation | undefined; again: CloudReply }>({
  id: 'advanced-service',
  asks: 'What does the Cloud API show while it creates endpoint services, and what when they are created again?',
  rows: {
    'services-again': {
      expected: '200',
      answers: [
        known('200', 'it takes the services that exist', 'cloud.servicesAgain: 200'),
        known('409', 'it takes the services that exist', 'cloud.servicesAgain: 409'),
        known('400', 'it takes the services that exist if the message says "already"', 'cloud.servicesAgain: 400'),
      ],
    },
    'service-while-creating': {
      expected: 'CREATING with its name',
      answers: [
        known('CREATING with its name', 'it waits until the service is available', undefined),
        known('CREATING without a name', 'it waits until the service is available', 'always'),
        known('not listed', 'it waits for the service, and asks again after 10 minutes', undefined),
      ],
    },
    'services-and-the-lock': {
      answers: [
        known('no', 'it goes on', 'always'),
        known('yes', 'requests that change the cluster wait for the lock', undefined),
      ],
    },
  },
  makes:
    'The endpoint services of the Advanced cluster in all its regions, if it has none. They cost nothing at AWS in your account.',
  endpoints: 0,
  minutes: 30,
  undone:
    'It cannot be undone: CockroachDB Cloud has no request that deletes endpoint services. They stay until the cluster is deleted.',
  lasting: true,
  unfit: ({ cluster }) => (cluster.serverless ? 'The cluster is no Advanced cluster.' : undefined),
  async look(asking) {
    const before = await asking.raw.cloud('GET', SERVICES);
    const creation = servicesOf(before).length > 0 ? undefined : await create(asking);
    return { creation, again: await asking.raw.cloud('POST', SERVICES) };
  },
  judge({ creation, again }) {
    const says = `With services that exist, the request got ${again.status || 'no answer'}.`;
    const answers: Answer[] = [
      { row: 'services-again', value: String(again.status || again.code), says, exchanges: [again.n] },
    ];
    return creation === undefined ? answers : [...answers, ...creationAnswers(creation)];
  },
});

async function create(asking: Asking): Promise<Creation> {
  const { raw } = asking;
  const posted = await raw.cloud('POST', SERVICES);
  const shapes: string[] = [];
  const reads: { state: string; n: number }[] = [];
  const read = async () => {
    const listed = await raw.cloud('GET', SERVICES);
    const { body, n } = await raw.cloud('GET', '');
    reads.push({ state: stateWord((body as { state?: unknown } | undefined)?.state), n });
    return listed;
  };
  const end = await until(asking, read, {
    isDone(listed) {
      const all = servicesOf(listed);
      const young = all.find(({ status }) => status === 'CREATING');
      const shape =
        all.length === 0 ? 'not listed' : young && `CREATING ${young.named ? 'with its name' : 'without a name'}`;
      if (shape !== undefined && !shapes.includes(shape)) shapes.push(shape);
      return all.length > 0 && young === undefined;
    },
    everyMs: 1_000,
    forMs: 30 * 60_000,
  });
  const lock = reads.find(({ state }) => state === 'LOCKED');
  return { posted, end, shapes, locked: { seen: lock !== undefined, n: (lock ?? reads[0])?.n ?? end.n } };
}

function creationAnswers({ posted, end, shapes, locked }: Creation): Answer[] {
  const took = seconds(end.at - posted.at);
  const state =
    servicesOf(end)
      .map(({ status }) => status)
      .join(' and ') || 'absent';
  const [first] = shapes;
  return [
    ...(first === undefined
      ? []
      : [
          {
            row: 'service-while-creating',
            value: first,
            says: `Listed in order as: ${shapes.join(', ')}. ${took} after the request: ${state}.`,
            exchanges: [posted.n, end.n],
          },
        ]),
    {
      row: 'services-and-the-lock',
      value: locked.seen ? 'yes' : 'no',
      says: `The cluster was ${locked.seen ? 'LOCKED in one of the reads' : 'LOCKED in none of the reads'}.`,
      exchanges: [locked.n],
    },
  ];
}

export const standardService = question({
  id: 'standard-service',
  asks: 'With which status does the Cloud API refuse to create endpoint services of a Standard cluster?',
  rows: {
    'services-on-standard': {
      expected: (value) => /^[45]\d\d$/.test(value),
      answers: [
        known('501', 'it never sends this request', 'always'),
        known((value) => /^[45]\d\d$/.test(value), 'it never sends this request', undefined),
        known('200', 'it never sends this request', undefined),
      ],
    },
  },
  makes: 'Nothing if the request is refused. The Terraform provider says that it is.',
  endpoints: 0,
  minutes: 1,
  undone:
    'If the request is not refused, it cannot be undone: CockroachDB Cloud has no request that deletes endpoint services.',
  lasting: true,
  unfit: ({ cluster }) => (cluster.serverless ? undefined : 'The cluster is no Standard cluster.'),
  look: ({ raw }) => raw.cloud('POST', SERVICES),
  judge: (reply) => [
    {
      row: 'services-on-standard',
      value: String(reply.status || reply.code),
      says: isOk(reply)
        ? `Answered with ${reply.status}.`
        : `Refused with ${reply.status || 'no answer'}${reply.code === '' ? '' : `, code ${reply.code}`}.`,
      exchanges: [reply.n],
    },
  ],
});
