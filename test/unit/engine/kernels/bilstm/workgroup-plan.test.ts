import { expect, it } from 'vitest';
import { planWorkgroups } from '../../../../../src/shared/engine/kernels/bilstm/workgroup-plan.ts';

/** What every device has to allow. */
const least = {
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupsPerDimension: 65_535,
};
const published = { batch: 32, steps: 105, inputs: 12, units: 96 };

it('gives each unit as many invocations as the device allows, up to four', () => {
  expect(planWorkgroups(published, true, least)).toEqual({ width: 96, slices: 2 });
  expect(planWorkgroups(published, true, { ...least, maxComputeInvocationsPerWorkgroup: 1024, maxComputeWorkgroupSizeX: 1024 })).toEqual({ width: 96, slices: 4 });
  expect(planWorkgroups(published, true, { ...least, maxComputeInvocationsPerWorkgroup: 1024 })).toEqual({ width: 96, slices: 2 });
  expect(planWorkgroups({ ...published, units: 500 }, true, least)).toEqual({ width: 256, slices: 1 });
});

it('gives fewer where the workgroup has no memory for their sums', () => {
  // Four slices of 96 units take 96 * 18 numbers.
  const wide = { ...least, maxComputeInvocationsPerWorkgroup: 1024, maxComputeWorkgroupSizeX: 1024 };
  expect(planWorkgroups(published, true, { ...wide, maxComputeWorkgroupStorageSize: 96 * 18 * 4 })).toEqual({ width: 96, slices: 4 });
  expect(planWorkgroups(published, true, { ...wide, maxComputeWorkgroupStorageSize: 96 * 18 * 4 - 1 })).toEqual({ width: 96, slices: 2 });
});

it('gives up where not even the state fits, or a buffer or the batch is too long', () => {
  expect(planWorkgroups({ ...published, units: 1000 }, true, least)).toBeNull();
  expect(planWorkgroups(published, true, { ...least, maxStorageBufferBindingSize: 2 ** 20 })).toBeNull();
  // Predictions keep nothing, and have many more windows at once.
  expect(planWorkgroups({ ...published, batch: 256 }, true, least)).toBeNull();
  expect(planWorkgroups({ ...published, batch: 256 }, false, least)).not.toBeNull();
  expect(planWorkgroups({ ...published, batch: 40_000, steps: 1, units: 4 }, true, least)).toBeNull();
});
