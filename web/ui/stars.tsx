/** Stars out of five; said in words by whoever shows them. */
export const Stars = ({ level }: { level: number }) => (
  <svg viewBox="0 0 120 24" class="h-6" aria-hidden="true">
    {[0, 1, 2, 3, 4].map((star) => (
      <path
        key={star}
        transform={`translate(${star * 24} 0)`}
        class={star < level ? 'fill-star' : 'fill-current opacity-30'}
        d="M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.4l-5.9 3.1 1.2-6.5L2.500 9.400l6.600-.900z"
      />
    ))}
  </svg>
);
