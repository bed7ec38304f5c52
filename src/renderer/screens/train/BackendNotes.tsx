import style from './RunDetail.module.css';

/** Why a run computes where it does, and why not elsewhere. */
export function BackendNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-label="Back end">
      <h3 className={style.title}>Back end</h3>
      <ul className={style.notes} data-testid="backend-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
