/** A region of AWS. Only what AWS itself puts there: `us-acme-east-1` is the name of a company. */
const REGION_TEXT = [
  '(?:us-gov|us-iso[bef]?|us|eu|eusc|eu-isoe|ap|sa|ca|me|af|il|mx|cn)',
  '-(?:de-)?(?:north|south|east|west|central)(?:east|west)?-\\d',
].join('');
/** `use1-az4`, the same place in every account. */
const ZONE_ID_TEXT = '(?:usg|us|eusc|eu|ap|sa|ca|me|af|il|mx|cn)[nsewc]{1,2}\\d-az\\d{1,2}';

/** Regions and zones, as part of a pattern. */
export const PLACE_TEXT = `(?:${REGION_TEXT}[a-z]?|${ZONE_ID_TEXT})`;

const PLACE_LABEL = new RegExp(`^(?:aws-)?${PLACE_TEXT}$`);

/** True for a label of a host that is a region or a zone, as Cloud (`aws-us-east-1`) and AWS write it. */
export function isPlace(label: string): boolean {
  // Most labels are none, and the pattern is a long one.
  return /-(?:az)?\d{1,2}[a-z]?$/.test(label) && PLACE_LABEL.test(label);
}
