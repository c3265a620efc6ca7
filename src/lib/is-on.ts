/** What `#facts/` imports resolve to if the facts are on. In scripts, conditions on it are decided by the bundler. */
export const isOn: boolean = true;
