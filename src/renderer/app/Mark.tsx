/** The sign of the application: an expansion among quiet bars. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden>
      <rect x="9" y="2" width="9" height="22" rx="2" fill="var(--accent)" opacity="0.18" />
      <g fill="var(--ink-3)">
        <rect x="2" y="17" width="3" height="5" rx="1" />
        <rect x="6" y="16" width="3" height="5" rx="1" />
        <rect x="20" y="4" width="3" height="5" rx="1" />
      </g>
      <g fill="var(--accent)">
        <rect x="10.5" y="11" width="3" height="9" rx="1" />
        <rect x="15" y="4" width="3" height="10" rx="1" />
      </g>
    </svg>
  );
}
