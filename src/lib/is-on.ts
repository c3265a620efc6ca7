/** What `#facts/` stands for where facts are on. In scripts, what is asked of it is decided when they are bundled. */
export const isOn: boolean = true;
