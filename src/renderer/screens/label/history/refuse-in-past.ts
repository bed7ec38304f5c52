import { showNote } from '../../../ui/toast-manager.ts';
import type { Scene } from '../scene/use-scene.ts';

/** Says so and returns true where the labels in view are those of the past, which nobody changes. */
export function refuseInPast({ past }: Pick<Scene, 'past'>): boolean {
  if (past !== null) showNote('These are the labels of the past', 'They can only be looked at. Esc returns to now; the history undoes or redoes up to this step.');
  return past !== null;
}
