export const chosen = (count: number, most: number) => `${count} von ${most} für den Vergleich.`;
export const full = (most: number) => `Höchstens ${most} passen nebeneinander. Zuerst eines abwählen.`;
