import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetadata, readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { sizeOf, type NamedArray, type TensorValues } from '../../../../src/shared/engine/safetensors/tensor-data.ts';
import { writeSafetensors } from '../../../../src/shared/engine/safetensors/write-safetensors.ts';
import { describeGoldens, goldenBytes } from '../goldens.ts';

const makers: ((size: number) => TensorValues)[] = [
  (size) => Float32Array.from({ length: size }, (_, i) => i / 3),
  (size) => Float64Array.from({ length: size }, (_, i) => i / 7),
  (size) => BigInt64Array.from({ length: size }, (_, i) => BigInt(i) - 5n),
  (size) => Int32Array.from({ length: size }, (_, i) => -i),
  (size) => Uint8Array.from({ length: size }, (_, i) => i),
];

const anyArray: fc.Arbitrary<NamedArray> = fc
  .tuple(fc.array(fc.nat(4), { maxLength: 3 }), fc.constantFrom(...makers))
  .map(([shape, make]) => ({ shape, data: make(sizeOf(shape)) }));

const anyName = fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name !== '__metadata__' && name !== '__proto__');

describe('safetensors', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.dictionary(anyName, anyArray), fc.dictionary(anyName, fc.string()), (arrays, metadata) => {
        const tensors = new Map(Object.entries(arrays));
        const file = writeSafetensors(tensors, metadata);
        expect(new Map(readSafetensors(file))).toEqual(tensors);
        expect(readMetadata(file)).toEqual({ ...metadata });
      }),
    );
  });

  it('starts every tensor at a multiple of its element size, whatever the names', () => {
    const tensors = new Map<string, NamedArray>([
      ['byte', { shape: [3], data: new Uint8Array(3) }],
      ['wide', { shape: [2], data: new Float64Array(2) }],
      ['float', { shape: [], data: new Float32Array([2]) }],
    ]);
    const file = writeSafetensors(tensors);
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as Record<string, { data_offsets: number[] }>;
    expect((8 + length) % 8).toBe(0);
    expect(header['wide']!.data_offsets[0]! % 8).toBe(0);
    expect(header['float']!.data_offsets[0]! % 4).toBe(0);
  });

  it('reads a file at any offset of its buffer', () => {
    const file = writeSafetensors(new Map([['x', { shape: [2], data: Float32Array.of(1, 2) }]]));
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(readSafetensors(shifted.subarray(3)).get('x')?.data).toEqual(Float32Array.of(1, 2));
  });

  const withHeader = (header: string, values = 0): Uint8Array => {
    const bytes = new TextEncoder().encode(header);
    const file = new Uint8Array(8 + bytes.length + values);
    new DataView(file.buffer).setBigUint64(0, BigInt(bytes.length), true);
    file.set(bytes, 8);
    return file;
  };

  it.each([
    ['an empty file', new Uint8Array(0), /too short/],
    ['a header longer than the file', withHeader('{}').map((byte, i) => (i === 0 ? 200 : byte)), /should take 200 bytes/],
    ['no JSON', withHeader('oops'), /no JSON text/],
    ['a list', withHeader('[]'), /no JSON object/],
    ['an unknown type', withHeader('{"x":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}', 2), /"x" has the type BF16/],
    ['a wrong size', withHeader('{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', 4), /"x" should take 8 bytes/],
    ['values past the end', withHeader('{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}', 4), /lies at 4 to 8 of 4/],
  ])('refuses %s', (_, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
  });
});

describeGoldens('safetensors of PyTorch', () => {
  it('reads a state_dict', () => {
    const tensors = readSafetensors(goldenBytes('jade_soft_in12_state_dict.safetensors'));
    expect(tensors.get('lstm.weight_hh_l0')?.shape).toEqual([384, 96]);
    expect(tensors.get('log_sigma_ptr')?.data[0]).toBeCloseTo(-0.42, 6);
  });
});
