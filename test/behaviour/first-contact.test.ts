import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { forRunner, forTerminal, readOutputs } from '../../scripts/first-contact/action-process.ts';
import { costOf, LIFE_MINUTES } from '../../scripts/first-contact/consent.ts';
import { QUESTIONS } from '../../scripts/first-contact/questions.ts';
import { ALSO, NOT_ASKED } from '../../scripts/first-contact/sheet.ts';
import { readTopics } from '../../scripts/first-contact/status-page.ts';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { ids, type LoggedRequest, type MemorySandbox } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, standard } from '../support/paths.ts';
import { contact, expectAllRemoved } from './first-contact.ts';
import { KNOBS } from './first-contact-knobs.ts';

const { advancedCluster, standardCluster } = ids;

describe('endpoint services of an Advanced cluster', () => {
  behaviour('are created only if that was named, and stay', advanced(), async (box) => {
    const refused = await contact(box, ['states'], { cluster: advancedCluster });
    expect([refused.exitCode, refused.sheet]).toEqual([1, undefined]);
    expect(refused.said).toContain('name --ask advanced-service');
    expect(box.mutations()).toEqual([]);
    const result = await contact(box, ['advanced-service', 'trusted-owners'], { cluster: advancedCluster });
    expect(result.row('service-while-creating').answer).toBe('CREATING without a name');
    expect(result.row('service-while-creating').agrees?.docs).toMatch(/^no: /);
    expect(result.row('services-and-the-lock').answer).toBe('no');
    expect(result.row('services-again').answer).toBe('200');
    expect(box.count(/^POST .*private-endpoint-services$/)).toBe(2);
  });

  behaviour('of a Standard cluster are not a question of this one', standard(), async (box) => {
    const refused = await contact(box, ['advanced-service']);
    expect(refused.said).toContain('--ask advanced-service: The cluster is no Advanced cluster.');
    expect([refused.exitCode, box.mutations()]).toEqual([1, []]);
  });

  it('are left out of --ask all', () => {
    expect(QUESTIONS.filter(({ lasting }) => lasting).map(({ id }) => id)).toEqual([
      'advanced-service',
      'standard-service',
    ]);
  });
});

describe('before anything is created', () => {
  const used: readonly (readonly [string, (box: MemorySandbox) => unknown])[] = [
    [
      'an endpoint for the service',
      ({ world }) =>
        world.createEndpoint({ vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] }),
    ],
    [
      'a managed group for the service',
      ({ world }) =>
        world.createGroup({
          vpcId: ids.vpc,
          name: `cockroachdb-privatelink ${ids.standardService}`,
          tags: { 'cockroachdb-privatelink/managed-by': 'github-action' },
        }),
    ],
  ];
  for (const [what, make] of used)
    behaviour(`a VPC is refused that has ${what}`, standard(), async (box) => {
      make(box);
      const result = await contact(box, ['states'], { request: { onlyQuestions: false } });
      expect([result.exitCode, result.sheet, box.mutations()]).toEqual([1, undefined, []]);
      expect(result.said).toContain("for the cluster's endpoint service");
      expect(result.said).toMatch(/Nothing was created\.$/);
    });

  behaviour('a VPC without DNS is refused, unless private DNS is off', standard(), async (box) => {
    box.world.setVpcDns(ids.vpc, { hostnames: false });
    const asked = { request: { onlyQuestions: false }, agrees: false };
    const refused = await contact(box, [], asked);
    expect([refused.exitCode, box.mutations()]).toEqual([1, []]);
    expect(refused.said).toContain('has DNS support or DNS hostnames off');
    const inputs = { 'private-dns': 'false' };
    const result = await contact(box, [], { ...asked, request: { ...asked.request, inputs } });
    expect(result.said).toContain('Cost: about $0.03');
  });

  behaviour('everything is said, with its cost, and needs consent', standard(), async (box) => {
    const ask = QUESTIONS.filter(({ lasting }) => lasting !== true).map(({ id }) => id);
    const result = await contact(box, ask, { agrees: false, request: { onlyQuestions: false } });
    expect([result.exitCode, result.sheet, box.mutations()]).toEqual([1, undefined, []]);
    for (const one of QUESTIONS.filter(({ id }) => ask.includes(id))) expect(result.said).toContain(one.makes);
    // Three zones of the life, and the endpoints of the questions.
    const hours = 3 + QUESTIONS.filter(({ id }) => ask.includes(id)).reduce((sum, { endpoints }) => sum + endpoints, 0);
    expect(result.said).toContain(`Cost: about $${(hours / 100).toFixed(2)}, at $0.01 for each zone and hour`);
  });
});

describe('whatever happens', () => {
  const making = QUESTIONS.filter(({ endpoints, lasting }) => endpoints > 0 && lasting !== true);

  for (const { id } of making)
    for (const at of [3, 6, 12])
      behaviour(`${id} removes what it created after a signal at its write ${at}`, standard(), async (box) => {
        let writes = 0;
        const result = await contact(box, [id], {
          onStart: (stop) =>
            void box.onRequest(({ request, when }) => {
              if (when !== 'after' || !request.mutating) return;
              writes += 1;
              if (writes === at) stop.abort();
            }),
        });
        // One that comes while the question is being undone changes nothing about its answer.
        expect(['cancelled', 'answered']).toContain(result.sheet?.questions[0]?.outcome);
        expect(result.exitCode).toBe(writes >= at ? 130 : 0);
        expectAllRemoved(box, standardCluster, result);
      });

  behaviour('an answer that is lost leaves nothing', standard(), async (box) => {
    for (const action of ['CreateVpcEndpoint', 'CreateSecurityGroup'])
      box.faults.add({ match: { action }, kind: 'reset', times: 1, when: 'after' });
    const result = await contact(box, ['group-in-use', 'client-token']);
    expectAllRemoved(box, standardCluster, result);
  });

  const pages = { cloud: { pagesEverywhere: true, pageSize: 1 } };
  behaviour('a list that comes in pages is read to its end', standard(pages), async (box) => {
    const endpointId = 'vpce-00000000000000001';
    const id = `${ids.standardCluster}/${endpointId}`;
    const of = { region: ids.region, serviceId: ids.standardService, serviceName: ids.standardServiceName };
    const other = { id, clusterId: ids.standardCluster, endpointId, ownerId: ids.otherAccount, generation: 0, ...of };
    box.world.tables.connection.set(id, { ...other, status: 'AVAILABLE' });
    const result = await contact(box, ['connection-twice']);
    expect(result.row('repost-of-a-connection').answer, result.said).toBe('200');
    expect(box.world.connections(ids.standardCluster).map(({ endpointId }) => endpointId)).toEqual([endpointId]);
  });

  behaviour('throttling and a locked cluster are waited out', standard(), async (box) => {
    for (const action of ['CreateVpcEndpoint', 'DescribeVpcEndpoints', 'ModifyVpcEndpoint'])
      box.faults.add({ match: { action, nth: 1 }, kind: 'throttle' });
    const lock = { kind: 'status', status: 503, code: '14', message: 'service unavailable', times: 2 } as const;
    box.faults.add({ match: ({ action }) => /^POST .*connections$/.test(action), ...lock });
    const result = await contact(box, ['modify-twice']);
    expect(result.row('modify-during-a-change').answer, result.said).toBe('OperationInProgress');
    expectAllRemoved(box, standardCluster, result);
  });

  behaviour('nothing is said to be deleted that could not be read', standard(), async (box) => {
    const match = ({ action, params }: LoggedRequest) =>
      action === 'DescribeVpcEndpoints' && Object.values(params).includes('tag-key');
    box.faults.add({ match, kind: 'status', status: 403, code: 'UnauthorizedOperation', message: 'no', times: 1_000 });
    const result = await contact(box, ['group-in-use']);
    expect([result.exitCode, result.sheet?.unread]).toEqual([1, true]);
    expect(result.said).toContain('What remains could not be read. Run the same command with --clean-up.');
    expect(result.said + result.page).not.toContain('Everything that was created is deleted');
    expect(box.world.groups((one) => one.name !== 'default')).toEqual([]);
  });

  behaviour('what can not be removed at first is tried again at the end', standard(), async (box) => {
    const match = { action: 'DeleteVpcEndpoints' };
    box.faults.add({ match, kind: 'status', status: 400, code: 'OperationNotPermitted', message: 'no' });
    const result = await contact(box, ['connection-twice']);
    expect(result.exitCode, result.said).toBe(0);
    expectAllRemoved(box, standardCluster, result);
  });

  behaviour('what can not be removed is named with its commands', standard(), async (box) => {
    box.faults.add({
      match: { action: 'DeleteVpcEndpoints' },
      kind: 'status',
      status: 400,
      code: 'OperationNotPermitted',
      message: 'no',
      times: 1_000,
    });
    const result = await contact(box, ['connection-twice']);
    expect(result.exitCode).toBe(1);
    const [endpoint] = box.world.endpoints();
    const [group] = box.world.groups((one) => one.name !== 'default');
    expect(result.said).toContain(`- VPC endpoint ${endpoint?.id}: `);
    const commands = result.said.split('\n').filter((line) => line.startsWith('aws '));
    expect(commands).toEqual([
      `aws ec2 delete-vpc-endpoints --region us-east-1 --vpc-endpoint-ids ${endpoint?.id}`,
      `aws ec2 delete-security-group --region us-east-1 --group-id ${group?.id}`,
    ]);
    expect(result.sheet?.remaining).toBe(2);
    expect(result.page).not.toContain(endpoint?.id);
    box.faults.clear();
    const later = await contact(box, [], { request: { cleanUp: true } });
    expect(later.exitCode).toBe(0);
    expect(box.world.groups((one) => one.name !== 'default')).toEqual([]);
  });
});

describe('what a run of the action prints', () => {
  const lines = ['::add-mask::s3cret', '::group::Plan', 'text', '::error title=drift::one%0Atwo 100%25', '::debug::x'];

  it('is plain on a terminal', () => {
    expect(lines.map(forTerminal)).toEqual([
      ...[undefined, '    Plan', '    text', '    error: one\n      two 100%', undefined],
    ]);
  });

  it('keeps masks and groups in a job, and no annotation', () => {
    expect(lines.map(forRunner)).toEqual([
      ...[lines[0], lines[1], '    text', '    error: one\n      two 100%', undefined],
    ]);
  });

  it('is read back as outputs, whatever is in them', () => {
    const text = 'status<<ghadelimiter_1\navailable\nghadelimiter_1\nplan<<ghadelimiter_2\n[\n]\nghadelimiter_2\n';
    expect(readOutputs(text)).toEqual({ status: 'available', plan: '[\n]' });
    expect(readOutputs(text.slice(0, -5))).toEqual({ status: 'available' });
  });
});

describe('docs/first-contact.md', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/first-contact.md'), 'utf8');
  const undone = QUESTIONS.filter(({ lasting }) => lasting !== true);

  it('has the cost that the command says, for a service in three zones', () => {
    const count = undone.reduce((sum, { endpoints }) => sum + endpoints, 0);
    expect(page).toMatch(new RegExp(`life cycle alone .*\\$${costOf(3, []).toFixed(2)}`));
    expect(page).toMatch(new RegExp(`all questions .* ${count} in one zone .*\\$${costOf(3, undone).toFixed(2)}`));
  });

  it('has the time, to half an hour', () => {
    const minutes = LIFE_MINUTES + undone.reduce((sum, one) => sum + one.minutes, 0);
    expect(page).toContain(`about ${LIFE_MINUTES} minutes`);
    expect(page).toContain(`about ${Math.round(minutes / 30) / 2} hours`);
  });
});

/** A Standard cluster without another one. */
const alone = () =>
  standard({}, (seed) => {
    seed.clusters = seed.clusters.filter(({ id }) => id === ids.standardCluster);
    seed.clusterServices = seed.clusterServices.filter(({ clusterId }) => clusterId === ids.standardCluster);
  });

describe('the sheet', () => {
  const topics = readTopics(readFileSync(path.resolve(import.meta.dirname, '../../docs/status.md'), 'utf8'));
  const answered = [...new Set(QUESTIONS.flatMap(({ rows }) => Object.keys(rows)))];

  it('has a question, or a reason for none, for each topic of the page and no other', () => {
    const known = new Set(topics.map(({ id }) => id));
    expect(answered.filter((id) => !known.has(id)).toSorted()).toEqual(Object.keys(ALSO).toSorted());
    expect(
      topics
        .map(({ id }) => id)
        .filter((id) => !answered.includes(id))
        .toSorted(),
    ).toEqual(Object.keys(NOT_ASKED).toSorted());
  });

  it('is tried against each setting that a question names', () => {
    const named = QUESTIONS.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([row, { answers }]) =>
        answers.flatMap(({ sandbox }) => {
          const [, group = '', knob = '', value = ''] = /^(ec2|cloud)\.(\w+): ([\w.-]+)/.exec(sandbox ?? '') ?? [];
          return group === '' ? [] : [{ row, group, knob, value }];
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    const tried = ({ row, group, knob, value }: (typeof named)[number]) =>
      KNOBS.some((one) =>
        one.knobs.some(([settings]) => {
          const { [group]: set = {} } = settings as Record<string, Record<string, unknown>>;
          return one.row === row && String(set[knob]) === value;
        }),
      );
    expect(named.filter((one) => !tried(one))).toEqual([]);
  });

  it('says yes for each answer of a question that the sandbox gives', () => {
    const settings = KNOBS.map(({ row }) => row);
    const rest = ['read-lag', 'time-of-each-state', 'service-while-creating', 'services-and-the-lock'];
    expect(answered.toSorted()).toEqual([...new Set([...settings, ...rest])].toSorted());
  });

  behaviour('keeps apart what was not asked and what did not happen', standard(), async (box) => {
    const result = await contact(box, ['acceptance']);
    expect(result.row('private-dns-after-acceptance')).toMatchObject({ answer: 'not seen' });
    expect(result.row('repost-of-a-connection')).toMatchObject({
      answer: 'not asked',
      says: '`--ask connection-twice`',
    });
    expect(result.row('legacy-standard').says).toBe(NOT_ASKED['legacy-standard']);
  });

  behaviour('a question that nothing here can answer is no failure', alone(), async (box) => {
    const result = await contact(box, ['shared-service']);
    expect([result.exitCode, result.row('shared-endpoint-service').answer], result.said).toEqual([0, 'not seen']);
  });

  behaviour('names the exchanges that show an answer', standard({ cloud: { addAgain: 409 } }), async (box) => {
    const result = await contact(box, ['connection-twice', 'group-in-use']);
    const exchange = (row: string, index = 0) => {
      const { file = '', exchanges = [] } = result.row(row).evidence ?? {};
      const lines = result.recordings[file] ?? [];
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ n }) => n === exchanges[index]);
    };
    const path = '/api/v1/clusters/{id}/networking/private-endpoint-connections';
    expect(exchange('repost-of-a-connection')).toMatchObject({ call: `POST ${path}`, status: 409 });
    expect(exchange('repost-of-a-connection', 1)).toMatchObject({ call: `GET ${path}`, status: 200 });
    expect(exchange('security-group-in-use')).toMatchObject({ call: 'DeleteSecurityGroup', status: 400 });
    expect(Object.keys(result.recordings)).toEqual(['ask-connection-twice.jsonl', 'ask-group-in-use.jsonl']);
    for (const lines of Object.values(result.recordings))
      expect(JSON.parse(lines.at(-1) ?? '{}')).toHaveProperty('end');
  });

  behaviour('names no ID, host, account, key or name of anything', standard(), async (box) => {
    const ask = QUESTIONS.filter(({ lasting }) => lasting !== true).map(({ id }) => id);
    const result = await contact(box, ask);
    expect(result.exitCode, result.said).toBe(0);
    const recorded = Object.values(result.recordings).flat().join('\n');
    const named = [ids.vpc, ids.standardCluster, ids.standardName, ids.account];
    for (const [file, lines] of Object.entries(result.recordings))
      expect(checkRecording(readRecordingText(`${lines.join('\n')}\n`, file), named), file).toEqual([]);
    for (const secret of [
      ...box.secrets(),
      ids.vpc,
      ids.standardCluster,
      ids.standardName,
      ids.account,
      ...ids.subnets,
    ])
      expect(recorded).not.toContain(secret);
    const text = result.page + JSON.stringify(result.sheet);
    for (const secret of [
      ...box.secrets(),
      ids.vpc,
      ids.standardCluster,
      ids.standardName,
      ids.account,
      ...ids.subnets,
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(
      /\b(?:vpce|vpc|sg|subnet|sgr|vpce-svc|eni)-[0-9a-f]{8}|\d{12}|\.crdb\.io|cockroachlabs\.cloud|\d+\.\d+\.\d+\.\d+/,
    );
    expectAllRemoved(box, standardCluster, result);
  });

  behaviour(
    'says so where an answer is one that nobody knows, and repeats no text of others',
    standard(),
    async (box) => {
      const message = 'hostile <b>text</b> of vpce-0123456789abcdef0';
      const path = `/api/v1/clusters/${ids.standardCluster}/networking/private-endpoint-trusted-owners`;
      box.faults.add({ match: { action: `GET ${path}` }, kind: 'status', status: 422, message });
      const result = await contact(box, ['trusted-owners']);
      const { answer, agrees } = result.row('trusted-owners-on-standard');
      expect([answer, agrees]).toEqual([
        '422',
        {
          action: expect.stringMatching(/^no: /),
          sandbox: expect.stringMatching(/^no: /),
          docs: 'not on the page',
        },
      ]);
      expect(result.page + result.said).not.toContain('hostile');
    },
  );
});
