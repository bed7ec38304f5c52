import { ContenderName } from './ContenderName.tsx';

interface ContenderHeadsProps {
  /** `place`, `nth`: where it is not one contender after the other, but what learned. */
  readonly contenders: readonly { readonly name: string; readonly place?: number; readonly nth?: number }[];
}

/** A column's head for each, in their order. */
export function ContenderHeads({ contenders }: ContenderHeadsProps) {
  return contenders.map(({ name, place, nth }, k) => (
    <th key={name} scope="col">
      <ContenderName place={place ?? k} nth={nth} name={name} />
    </th>
  ));
}
