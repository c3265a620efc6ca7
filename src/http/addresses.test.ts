import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkAddress, checkUrl, type UrlCheckOptions } from "./addresses.ts";

/** The refusal as a sentence, or the address as it will be asked. */
function told(text: string, options?: UrlCheckOptions): string {
  const check = checkUrl(text, options);
  return "refusal" in check ? `${check.refusal.reason}: ${check.refusal.why}` : `${check.zone} ${check.url.href}`;
}

const base = new URL("https://news.example.com/a/b?c=d");

describe("addresses that may be asked", () => {
  const cases: [string, string, UrlCheckOptions?][] = [
    ["https://example.com", "public https://example.com/"],
    [" HTTP://Example.COM:80/a?b#c ", "public http://example.com/a?b#c"],
    ["https://example.com:443/", "public https://example.com/"],
    ["http://example.com:443/", "public http://example.com:443/"],
    ["https://bücher.example/ä", "public https://xn--bcher-kva.example/%C3%A4"],
    ["https://a_b.example.com/", "public https://a_b.example.com/"],
    ["http://8.8.8.8/", "public http://8.8.8.8/"],
    ["http://[2606:4700:4700::1111]/", "public http://[2606:4700:4700::1111]/"],
    ["https://localhost.example.com/", "public https://localhost.example.com/"],
    ["https://example.com/http://127.0.0.1/", "public https://example.com/http://127.0.0.1/"],
    ["/x", "public https://news.example.com/x", { base }],
    ["x?y=//z", "public https://news.example.com/a/x?y=//z", { base }],
    ["?page=2", "public https://news.example.com/a/b?page=2", { base }],
    ["//other.example.com/", "public https://other.example.com/", { base }],
    ["http://localhost:4321/", "loopback http://localhost:4321/", { allowsLoopback: true }],
    ["http://site.localhost:4321/", "loopback http://site.localhost:4321/", { allowsLoopback: true }],
    ["http://127.0.0.1:4321/", "loopback http://127.0.0.1:4321/", { allowsLoopback: true }],
    ["http://127.9.9.9/", "loopback http://127.9.9.9/", { allowsLoopback: true }],
    ["http://[::1]:4321/", "loopback http://[::1]:4321/", { allowsLoopback: true }],
    ["https://example.com/", "public https://example.com/", { allowsLoopback: true }],
    ["https://10.0.0.1:8443/", "private https://10.0.0.1:8443/", { allowsPrivate: true }],
    ["https://intranet/", "private https://intranet/", { allowsPrivate: true }],
    ["http://localhost:4321/", "loopback http://localhost:4321/", { allowsLoopback: true, allowsPrivate: true }],
  ];
  for (const [text, expected, options] of cases) {
    test(text, () => assert.equal(told(text, options), expected));
  }
});

describe("addresses that may not be asked", () => {
  const cases: [string, RegExp, UrlCheckOptions?][] = [
    // Every spelling of this machine.
    ["http://localhost/", /^not-public: is this machine/],
    ["http://LOCALHOST/", /^not-public: is this machine/],
    ["http://ⓛocalhost/", /^not-public: is this machine/],
    ["http://a.localhost/", /^not-public: is this machine/],
    ["http://localhost./", /^bad-url: has a host that ends in a dot/],
    ["http://localhost。/", /^bad-url: has a host that ends in a dot/],
    ["http://127.0.0.1/", /^not-public: is a loopback address/],
    ["http://127.255.255.254/", /^not-public: is a loopback address/],
    ["http://127.0.0.1./", /^bad-url: .*dot/],
    ["http://127.1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://127.0.1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://2130706433/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://0x7f000001/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://0x7f.0.0.1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://017700000001/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://0177.0.0.01/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://%31%32%37.0.0.1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://①②⑦.0.0.1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http://127。0。0。1/", /^not-public: hides the address 127\.0\.0\.1/],
    ["http:///127.0.0.1/", /^bad-url: does not begin with/],
    ["http:127.0.0.1", /^bad-url: does not begin with/],
    ["http:\\\\127.0.0.1\\", /^bad-url: does not begin with/],
    ["http://0/", /^not-public: hides the address 0\.0\.0\.0/],
    ["http://0.0.0.0/", /^not-public: is an address for no or any machine/],
    ["http://[::1]/", /^not-public: is a loopback address/],
    ["http://[0:0:0:0:0:0:0:1]/", /^not-public: is a loopback address/],
    ["http://[::]/", /^not-public: is an address for no or any machine/],
    ["http://[::127.0.0.1]/", /^not-public: is outside the range/],
    ["http://[::ffff:127.0.0.1]/", /^not-public: .*disguise of IPv6/],
    ["http://[64:ff9b::127.0.0.1]/", /^not-public: .*NAT64/],
    // Spellings hide public addresses too; who writes so means to be misread.
    ["http://134744072/", /^not-public: hides the address 8\.8\.8\.8/],
    // Other networks.
    ["http://10.0.0.1/", /^not-public: is a private address/],
    ["http://169.254.169.254/latest/meta-data/", /^not-public: is a link-local address/],
    ["http://[fe80::1%25eth0]/", /^bad-url: names a network interface/],
    ["http://[fe80::1%eth0]/", /^bad-url: names a network interface/],
    ["http://[fe80::1]/", /^not-public: is a link-local address/],
    ["http://intranet/", /^not-public: has a host without a dot/],
    ["http://printer.local/", /^not-public: has a host of a local network/],
    ["http://metadata.google.internal/", /^not-public: has a host of a local network/],
    ["http://nas.home.arpa/", /^not-public: has a host of a local network/],
    ["https://example.com./", /^bad-url: has a host that ends in a dot/],
    // Other kinds.
    ["file:///etc/passwd", /^bad-url: is of the kind 'file:'/],
    ["ftp://example.com/", /^bad-url: is of the kind 'ftp:'/],
    ["data:text/html,x", /^bad-url: is of the kind 'data:'/],
    ["javascript:alert(1)", /^bad-url: is of the kind 'javascript:'/],
    ["gopher://example.com/", /^bad-url: is of the kind 'gopher:'/],
    ["example.com", /^bad-url: is not a web address/],
    ["", /^bad-url: is not a web address/],
    ["https://", /^bad-url: is not a web address/],
    ["https://user:secret@example.com/", /^bad-url: carries a name or password/],
    ["https://user@example.com/", /^bad-url: carries a name or password/],
    ["https://example.com@10.0.0.1/", /^bad-url: carries a name or password/],
    ["https://example.com:8443/", /^not-public: uses port 8443/],
    ["http://example.com:22/", /^not-public: uses port 22/],
    ["https://exa\tmple.com/", /^bad-url: has invisible characters/],
    ["https://exa\u00admple.com/", /^bad-url: has invisible characters/],
    // Relative ones that leave.
    ["//127.1/", /^not-public: hides the address/, { base }],
    ["//localhost/", /^not-public: is this machine/, { base }],
    ["\\\\10.0.0.1\\", /^bad-url: does not begin with/, { base }],
    ["/\\10.0.0.1/", /^bad-url: does not begin with/, { base }],
    ["https:10.0.0.1", /^bad-url: does not begin with/, { base }],
    ["/x", /^bad-url: is not a web address/],
    // Allowing this machine allows nothing else, and no disguise of it.
    ["http://127.1:4321/", /^not-public: hides the address/, { allowsLoopback: true }],
    ["http://2130706433/", /^not-public: hides the address/, { allowsLoopback: true }],
    ["http://[::ffff:127.0.0.1]/", /^not-public: .*disguise/, { allowsLoopback: true }],
    ["http://0.0.0.0:4321/", /^not-public: uses port 4321/, { allowsLoopback: true }],
    ["http://10.0.0.1/", /^not-public: is a private address/, { allowsLoopback: true }],
    ["http://example.com:4321/", /^not-public: uses port 4321/, { allowsLoopback: true }],
    ["file:///etc/passwd", /^bad-url: is of the kind/, { allowsLoopback: true }],
    ["http://10.0.0.1/", /^bad-url: is not an https address/, { allowsPrivate: true }],
    ["http://example.com/", /^bad-url: is not an https address/, { allowsLoopback: true, allowsPrivate: true }],
    ["http://localhost/", /^bad-url: is not an https address/, { allowsPrivate: true }],
    ["https://2130706433/", /^not-public: hides the address/, { allowsPrivate: true }],
    ["http://me:secret@localhost/", /^bad-url: carries a name or password/, { allowsLoopback: true }],
  ];
  for (const [text, expected, options] of cases) {
    test(`${JSON.stringify(text)}${options ? ` ${Object.keys(options)}` : ""}`, () => {
      assert.match(told(text, options), expected);
    });
  }
});

describe("what a name may stand for", () => {
  const refused = `
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.1 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.1.1 192.175.48.1 198.18.0.1
    198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
    :: ::1 ::8.8.8.8 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:2::1 2001:3::1
    2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2002:7f00:1::1 2620:4f:8000::1 3fff::1 4000::1 5f00::1 fc00::1
    fd00:ec2::254 fe80::1 fe80::1%eth0 2606:4700::1%eth0 fec0::1 ff02::1
    127.1 0x7f.0.0.1 2130706433 example.com`;
  for (const address of refused.trim().split(/\s+/)) {
    test(`not ${address}`, () => {
      assert.match(checkAddress(address, "public") ?? "", /^(?:is|names) .{15}/);
    });
  }
  for (const address of ["1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "2606:4700::1111"]) {
    test(address, () => {
      assert.equal(checkAddress(address, "public"), undefined);
      assert.match(checkAddress(address, "loopback") ?? "", /is not this machine/);
    });
  }
  test("this machine, where it was asked for", () => {
    for (const address of ["127.0.0.1", "127.9.9.9", "::1"]) assert.equal(checkAddress(address, "loopback"), undefined);
    for (const address of ["10.0.0.1", "::ffff:127.0.0.1", "::", "0.0.0.0"]) {
      assert.match(checkAddress(address, "loopback") ?? "", /is not this machine/);
    }
  });
});
