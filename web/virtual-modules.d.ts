declare module 'virtual:kern-tokens' {
  /** CSS declarations of the KERN tokens in use, without selector. */
  const declarations: string
  export default declarations
}
