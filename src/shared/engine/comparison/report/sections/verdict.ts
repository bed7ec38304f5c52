import type { Comparison } from '../../../../domain/comparison.ts';
import { list, text, type Section } from '../document.ts';

/** What may be said, and what has to be known before it is believed. */
export const verdictSection = ({ conclusions, cautions }: Comparison): Section => ({ title: 'Verdict', blocks: [list(conclusions), text('Before you believe a figure:'), list(cautions)] });
