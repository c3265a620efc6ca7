/** The check boxes with which one chooses offerings to compare. */
export const chosen = (count: number, most: number) => `${count} of ${most} to compare.`;
export const full = (most: number) => `Only ${most} fit side by side. Remove one first.`;
