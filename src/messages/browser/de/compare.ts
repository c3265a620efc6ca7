export const chosen = (count: number, most: number) => `${count} von ${most} zum Vergleich.`;
export const full = (most: number) => `Nur ${most} passen nebeneinander. Erst eines abwählen.`;
