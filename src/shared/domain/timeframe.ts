const UNITS = [
  { suffix: 'w', ms: 604_800_000 },
  { suffix: 'd', ms: 86_400_000 },
  { suffix: 'h', ms: 3_600_000 },
  { suffix: 'm', ms: 60_000 },
  { suffix: 's', ms: 1_000 },
] as const;

/** '1m' -> 60000. Undefined when `text` is no timeframe such as 30s, 1m, 15m, 1h, 1d or 1w. */
export function parseTimeframe(text: string): number | undefined {
  const match = /^(\d{1,4})([smhdw])$/i.exec(text.trim());
  const unit = UNITS.find((candidate) => candidate.suffix === match?.[2].toLowerCase());
  const count = Number(match?.[1]);
  return unit !== undefined && count > 0 ? count * unit.ms : undefined;
}

/** 60000 -> '1m'; milliseconds that no unit divides are written as '…ms'. */
export function formatTimeframe(timeframeMs: number): string {
  const unit = UNITS.find((candidate) => timeframeMs % candidate.ms === 0);
  return unit === undefined ? `${timeframeMs}ms` : `${timeframeMs / unit.ms}${unit.suffix}`;
}
