import { QUESTIONS } from './questions.ts';

/** How the command is used. */
export function help(): string {
  const questions = QUESTIONS.map(
    (one) =>
      `  ${one.id.padEnd(17)} ${one.asks}${one.lasting === true ? `\n${' '.repeat(20)}Only if it is named: ${one.undone}` : ''}`,
  );
  return `Runs the action once through its whole life cycle in a VPC for tests, asks the real services what is unknown
about them, and writes a sheet with the answers. It creates things and deletes them again; see docs/first-contact.md.

  npm run first-contact -- --cluster CLUSTER --vpc-id VPC_ID --aws-region REGION
  npm run first-contact -- --cluster CLUSTER --vpc-id VPC_ID --aws-region REGION --ask all

It prints what it creates and what that costs, and then waits for your consent.

Environment:
  COCKROACH_API_KEY   secret key of a CockroachDB Cloud service account
  AWS_PROFILE         AWS credentials, for example a profile or AWS_ACCESS_KEY_ID

Options:
  --cluster VALUE            cluster ID or exact name
  --vpc-id VALUE             VPC for tests, without an endpoint for the cluster's service
  --aws-region VALUE         region of the VPC; empty: AWS_REGION
  --ask VALUE                a question, or all that can be undone; repeat it for several
  --only-questions           ask without the life cycle
  --out VALUE                new folder for the sheet and the recordings
  --yes                      your consent, where there is no terminal
  --clean-up                 only delete what earlier runs of this command have not deleted
  --subnet-ids VALUE, --tags VALUE, --role-to-assume VALUE, --audience VALUE, --private-dns, --cockroach-api-url VALUE
                             as the inputs of the action

Questions:
${questions.join('\n')}

Exit code: 0, 1 if something did not end as expected or remains, 2 for a mistake in the command, 130 when cancelled`;
}
