import type { z } from 'zod';
import type { CoreApi, MethodName } from '../../shared/contract/contract.ts';
import { toAppError } from '../../shared/contract/errors.ts';
import type { Result } from '../../shared/contract/result.ts';
import { explainStoreError } from '../store/store-error.ts';
import type { Service } from './context.ts';
import { readParams } from './validation/read-params.ts';
import type { Schemas } from './validation/schemas.ts';

/** Every request validated before its service sees it, and every outcome, wanted or not, as a Result. */
export function makeRouter(services: Service<CoreApi>, schemas: Schemas<CoreApi>): CoreApi {
  // Without a prototype: a client that asks for `constructor` or `__proto__` finds nothing.
  const api = Object.create(null) as Record<MethodName, (params: unknown) => Promise<Result<unknown>>>;
  for (const name of Object.keys(schemas) as MethodName[]) {
    const serve = services[name] as (params: unknown) => unknown;
    api[name] = async (params) => {
      try {
        return { ok: true, value: await serve(readParams(name, schemas[name] as z.ZodType, params)) };
      } catch (thrown) {
        return { ok: false, error: toAppError(explainStoreError(thrown, 'The project file')) };
      }
    };
  }
  return Object.freeze(api) as CoreApi;
}
