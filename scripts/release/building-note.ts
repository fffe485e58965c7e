/** What reviewers read first. `checksums` are lines as `sha256sum` writes them. */
export function buildingNote(version: string, node: string, checksums: string): string {
  return `# Building the extension from this source

PSA Portal Admin ${version}. These commands give chrome.zip and firefox.zip as they were submitted, byte for byte.

1. Node.js ${node} (https://nodejs.org) with the npm that comes with it, on Linux, macOS or Windows. Nothing else is needed;
   no browser, no account, and the network only for the next step.
2. In this folder: \`npm ci\`
   It installs what package-lock.json names, with the integrity of each package checked.
3. \`npm run release:dry\`
   About ten seconds. The result is in dist/release/, with its checksums in SHA256SUMS. That source.zip is left out, and that
   this is no git checkout, is said there and is as it should be.

The checksums that must come out:

\`\`\`
${checksums}\`\`\`

Nothing is minified or obfuscated, and no code is loaded from the network at run time. Sources are in src/; what is built
how is in vite.config.ts and scripts/build/; dependencies that end up in the extension are "dependencies" of package.json.
What the extension may do and why is in docs/permissions.md, how it is built up in docs/architecture.md.
`;
}
