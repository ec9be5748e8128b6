import { ActionError, oneLine, shortened } from '../support/errors.ts';
import type { AwsConnection } from './connection.ts';
import { DECODE } from './denial.ts';
import { awsCode, hasAwsCode, isAwsRefusal, meaningOf, SHOW_QUOTA } from './errors.ts';

/**
 * The regions that every account has. All that AWS opened after 20 March 2019 have to be enabled in an account first
 * (AWS Account Management guide), so this list is complete for good.
 */
const ALWAYS_ENABLED: ReadonlySet<string> = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
]);
/** Partitions of their own, whose accounts have all of their regions. */
const OTHER_PARTITION = /^(cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

/** The region of a connection, '' where a run needs none. */
export function regionOf({ settings }: AwsConnection): string {
  return typeof settings.region === 'string' ? settings.region : '';
}

/**
 * An error of `awsError`, with what the region has to do with it: in a region that the account has not enabled, AWS
 * calls good credentials bad (turbot/steampipe-plugin-aws 75, fog/fog-aws 585, hashicorp/terraform-provider-aws 12940),
 * and STS says that it is not activated (turbot/steampipe-plugin-aws 1510).
 */
export function inRegion(region: string, usual: ActionError): ActionError {
  const { cause: refusal } = usual;
  if (!isAwsRefusal(refusal)) return usual;
  const enable = `Enable it in the account: aws account enable-region --region-name ${region}`;
  if (hasAwsCode(refusal, 'RegionDisabledException', 'RegionDisabled')) {
    return new ActionError(
      'region-not-enabled',
      {
        cause: `The AWS account has not enabled ${region}: ${shortened(oneLine(refusal.message), 200)} (${awsCode(refusal)})`,
        fix: ALWAYS_ENABLED.has(region) ? `Activate STS for ${region} in the account settings of IAM.` : enable,
      },
      { cause: refusal },
    );
  }
  const everywhere = region === '' || ALWAYS_ENABLED.has(region) || OTHER_PARTITION.test(region);
  if (meaningOf(refusal) !== 'bad-credentials' || everywhere) return withRegion(region, usual);
  return new ActionError(
    usual.code,
    {
      cause: `AWS does not accept the credentials in ${region}, which an account must enable first`,
      said: usual.message,
      fix: `If it is enabled, check the credentials. ${enable}`,
    },
    { cause: refusal },
  );
}

/** The same error; each command among its details names the region. */
function withRegion(region: string, usual: ActionError): ActionError {
  const isCommand = (line: string) => [DECODE, SHOW_QUOTA].find((command) => line.includes(command));
  if (region === '' || !usual.details.some((line) => isCommand(line) !== undefined)) return usual;
  const { code, message, fix, cause } = usual;
  const details = usual.details.map((line) => {
    const command = isCommand(line);
    return command === undefined ? line : line.replace(command, `${command} --region ${region}`);
  });
  return new ActionError(code, { cause: message, fix, details }, { cause });
}
