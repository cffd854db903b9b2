interface ProgressGiven {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** How far along, drawn so that a policy without inline styles allows it. */
export const Progress = ({ label, value, max }: ProgressGiven) => {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <svg
      class="w-full h-2.5 rounded-full"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <rect width="100" height="4" class="fill-current opacity-25" />
      <rect width={share * 100} height="4" class="fill-star" />
    </svg>
  );
};
