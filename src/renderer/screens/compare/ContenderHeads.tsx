import type { Contender } from '../../../shared/domain/comparison.ts';
import { ContenderName } from './ContenderName.tsx';

/** A column's head for each contender, in their order. */
export function ContenderHeads({ contenders }: { readonly contenders: readonly Pick<Contender, 'name'>[] }) {
  return contenders.map(({ name }, place) => (
    <th key={name} scope="col">
      <ContenderName place={place} name={name} />
    </th>
  ));
}
