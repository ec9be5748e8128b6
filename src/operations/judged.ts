import { type BasedFinding, partsOf, type Reading } from '../reconcile/findings/finding.ts';
import type { ClusterView, Observed } from '../reconcile/model/observed.ts';
import type { Path, Plan } from '../reconcile/model/plan.ts';
import type { Judged } from '../runner/outputs.ts';

/** What findings and failed reads mean for each cluster. */
export function judgedBy(given: {
  findings: readonly BasedFinding[];
  /** Reads that failed, under the references of the workflow. */
  failed: ReadonlySet<Reading>;
  observed: Observed;
  plan: Plan;
}): Judged {
  const { findings, failed, observed, plan } = given;
  const errors = findings.filter((one) => one.severity === 'error');
  const idsOf = (views: readonly ClusterView[]) => views.flatMap((view) => view.matches.map((one) => one.id));
  return {
    different: new Set(errors.flatMap((one) => idsOf(concernedViews(one, { observed, plan })))),
    unread: new Set(idsOf(observed.clusters.filter(({ ref }) => isUnread(ref, failed)))),
  };
}

/**
 * True where a read failed that the status of a cluster rests on: states of its endpoint, its service and its
 * connection.
 */
function isUnread(ref: string, failed: ReadonlySet<Reading>): boolean {
  const basis: Reading[] = ['endpoints', 'cluster:*', `cluster:${ref}`, `services:${ref}`, `connections:${ref}`];
  return basis.some((reading) => failed.has(reading));
}

/**
 * The clusters that a finding is about: those whose own resource is its subject, else those whose reads it rests on.
 * One about the VPC, or about a resource that no cluster has, is about all of them.
 */
export function concernedViews(
  { about, basis }: BasedFinding,
  { observed, plan }: { observed: Observed; plan: Plan },
): readonly ClusterView[] {
  const owned = plan.paths
    .filter((path) => idsOf(path).some((id) => about.includes(id)))
    .flatMap((path) => path.members.map((member) => member.view));
  const named = observed.clusters.filter(({ ref, matches }) =>
    [ref, ...matches.flatMap(({ id, name }) => [id, name])].some((one) => one !== '' && about.includes(one)),
  );
  const read = observed.clusters.filter(({ ref }) => basis.some((reading) => partsOf(reading).cluster === ref));
  return [named, owned, read, observed.clusters].find((views) => views.length > 0) ?? [];
}

function idsOf({ endpoint, group, serviceName, superseded }: Path): string[] {
  return [endpoint?.id, group?.id, serviceName, ...superseded.map((one) => one.id)].filter((id) => id !== undefined);
}
