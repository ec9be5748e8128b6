import type { WorldState } from '../world.ts';

/** An account's own name for a zone: the letters differ between accounts, the IDs do not. */
export function zoneName(world: WorldState, zone: { accountId: string; region: string; azId: string }): string {
  const number = Number(zone.azId.split('-az').at(-1) ?? 1);
  const shift = world.accounts.get(zone.accountId)?.zoneShift ?? 0;
  return `${zone.region}${'abcdef'[(number - 1 + shift) % 6]}`;
}
