import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSafetensors } from '../../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { lstmGoldenOf, type LstmGolden } from './lstm-golden.ts';

const folder = resolve('../shared/goldens');

export const goldensAbsent = existsSync(folder) ? null : `no goldens at ${folder}`;
export const goldenCases = ['lstm_12x96_T105_B4', 'lstm_tiny_3x4_T5_B2'] as const;

const read = (name: string) => readSafetensors(new Uint8Array(readFileSync(`${folder}/${name}.safetensors`)));

export const readLstmGolden = (name: string): LstmGolden => lstmGoldenOf(read(`${name}_f64`), read(`${name}_f32`));
