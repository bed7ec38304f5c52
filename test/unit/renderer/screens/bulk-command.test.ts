import { describe, expect, it } from 'vitest';
import { countMeant, foretell, toBulkCommand, type BulkChoice } from '../../../../src/renderer/screens/label/editing/bulk-command.ts';
import { seriesId, windowId } from '../../../../src/shared/domain/ids.ts';

const scope = { seriesId: seriesId(1), windowId: windowId(3) };
const counts = { none: 5, consolidation: 3, retracement: 2 };
const deleting = (change: Partial<BulkChoice> = {}): BulkChoice => ({ kind: 'delete-spans', scope, which: 'any', type: 'consolidation', ...change });
const typing = (change: Partial<BulkChoice> = {}): BulkChoice => deleting({ kind: 'set-type', ...change });

describe('a change of many spans', () => {
  it('is asked for as it was chosen', () => {
    expect(toBulkCommand(deleting())).toEqual({ kind: 'delete-spans', scope });
    expect(toBulkCommand(deleting({ which: 'none' }))).toEqual({ kind: 'delete-spans', scope: { ...scope, ofType: null } });
    expect(toBulkCommand(typing({ which: 'retracement', type: 'none' }))).toEqual({ kind: 'set-type', scope: { ...scope, ofType: 'retracement' }, type: null });
  });

  it('counts what it changes: spans that have the type already are none', () => {
    expect([countMeant(deleting(), counts), countMeant(deleting({ which: 'none' }), counts)]).toEqual([10, 5]);
    expect([countMeant(typing(), counts), countMeant(typing({ which: 'retracement' }), counts), countMeant(typing({ which: 'consolidation' }), counts)]).toEqual([7, 2, 0]);
  });

  it('is foretold in words', () => {
    expect(foretell(deleting(), 10, 'window 3')).toMatch(/^10 spans of window 3 are deleted\. .*no expansion.* one step/);
    expect(foretell(typing(), 1, 'window 3')).toMatch(/^1 span of window 3 gets the type consolidation\. .*one step/);
    expect(foretell(typing({ scope: { ...scope, windowId: null }, type: 'none' }), 7, 'SAMPLE 1m')).toMatch(/^7 spans of SAMPLE 1m, those of its windows included, get no type\./);
    expect(foretell(deleting(), 0, 'window 3')).toBe('Nothing would change: window 3 has no such span. Choose the whole series, or another type.');
  });
});
