/** In the order in which the legend names them. */
export const LINE_NAMES = ['ema20', 'ema50', 'vwap', 'atr'] as const;
export type LineName = (typeof LINE_NAMES)[number];

export const LINE_TITLES: Readonly<Record<LineName, string>> = { ema20: 'EMA 20', ema50: 'EMA 50', vwap: 'VWAP', atr: 'ATR 14' };
