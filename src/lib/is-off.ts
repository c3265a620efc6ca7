/** What `#facts/` stands for where facts are off: scripts then have neither code nor words for them. */
export const isOn: boolean = false;
