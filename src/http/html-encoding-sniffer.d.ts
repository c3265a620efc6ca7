/** The package has no types of its own. https://github.com/jsdom/html-encoding-sniffer */
declare module "html-encoding-sniffer" {
  /** The name of the encoding by the WHATWG: `UTF-8`, `windows-1252`, and some that `TextDecoder` does not know. */
  export default function sniffHtmlEncoding(
    bytes: Uint8Array,
    options?: {
      /** The label in the `Content-Type` header. */
      readonly transportLayerEncodingLabel?: string | undefined;
      /** 1024 without it. */
      readonly maxPrescanBytes?: number;
    },
  ): string;
}
