import { SQL_PORT } from '../aws/types.ts';
import { connectionText, nameOf } from '../cockroach/types.ts';
import type { Path } from '../reconcile/model/plan.ts';
import { oneLine } from '../support/errors.ts';

/** A label that cannot end its quotes or start anything in Mermaid. */
function label(...lines: string[]): string {
  const safe = lines
    .filter((line) => line !== '')
    .map((line) =>
      oneLine(line)
        .replace(/[^A-Za-z0-9 ._:/()+,-]/g, '_')
        .slice(0, 80),
    );
  return `"${safe.join('<br/>')}"`;
}

/** What exists as a Mermaid flowchart: VPC with its zones, endpoint, service, clusters; '' where there is no endpoint. */
export function pathDiagram(all: readonly Path[], vpcId: string, region: string): string {
  const paths = all.flatMap(({ endpoint, ...path }) => (endpoint === undefined ? [] : [{ ...path, endpoint }]));
  if (paths.length === 0) return '';
  const lines = ['```mermaid', 'flowchart LR', `  subgraph vpc[${label(`VPC ${vpcId} (${region})`)}]`];
  const subnets = new Map(paths.flatMap((path) => path.subnets).map((subnet) => [subnet.id, subnet]));
  const node = (subnetId: string) => `s_${subnetId.replace(/[^a-z0-9]/g, '')}`;
  for (const subnet of subnets.values()) lines.push(`    ${node(subnet.id)}[${label(subnet.zoneId, subnet.id)}]`);
  paths.forEach((path, index) => {
    lines.push(
      `    e${index}([${label(path.endpoint.id, path.endpoint.rawState, `private DNS ${path.endpoint.privateDns ? 'on' : 'off'}`)}])`,
    );
  });
  lines.push('  end', '  subgraph cloud["CockroachDB Cloud"]');
  paths.forEach((path, index) => {
    lines.push(`    v${index}[[${label('endpoint service', path.serviceName?.split('.').at(-1) ?? '')}]]`);
    path.members.forEach((member, number) => {
      lines.push(`    c${index}_${number}[(${label(nameOf(member.cluster), member.cluster.plan)})]`);
    });
  });
  lines.push('  end');
  paths.forEach((path, index) => {
    for (const subnet of path.subnets) lines.push(`  ${node(subnet.id)} -- "${SQL_PORT}/tcp" --> e${index}`);
    lines.push(`  e${index} == "PrivateLink" ==> v${index}`);
    path.members.forEach((member, number) => {
      lines.push(
        `  v${index} -- ${label((member.connection === undefined ? 'not connected' : connectionText(member.connection)).toLowerCase())} --> c${index}_${number}`,
      );
    });
  });
  lines.push('```');
  return lines.join('\n');
}
