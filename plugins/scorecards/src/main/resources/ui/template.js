/** What a new standard begins with. */
export const TEMPLATE = `apiVersion: callboard.org/v1alpha1
kind: Standard
metadata:
  name: our-services
  title: Our services
  description: What every service owes those who use it.
spec:
  owner: group:default/platform
  applies:
    kinds: [Component]
    types: [service]
  checks:
    - id: has-owner
      title: Somebody owns it
      severity: high
      effort: small
      rule: {fact: catalog, path: $.spec.owner, is: present}
      message: Nobody owns this service.
      fix: Set spec.owner to the reference of a group.
    - id: is-described
      title: It says what it is for
      effort: small
      rule: {fact: catalog, path: $.metadata.description, is: present}
      message: Nobody can tell what this is for.
      fix: Write one sentence into metadata.description.
    - id: has-docs
      title: It is documented
      effort: medium
      rule: {fact: catalog, path: "$.metadata.annotations['backstage.io/techdocs-ref']", is: present}
      message: There is no documentation.
      fix: Put a mkdocs site beside the descriptor, and name it in the annotation backstage.io/techdocs-ref.
  tracks:
    - id: production
      title: Ready for production
      levels:
        - {id: bronze, title: Bronze, checks: [has-owner]}
        - {id: silver, title: Silver, checks: [is-described]}
        - {id: gold, title: Gold, checks: [has-docs]}
`;

/** @param {string} text of a standard @returns {string} its name; empty where it has none */
export function nameIn(text) {
  const block = /^metadata:[ \t]*(.*(?:\r?\n(?:[ \t]+.*|[ \t]*))*)/m.exec(text)?.[1] ?? '';
  return /(?:^|[\s{,])name:[ \t]*["']?([A-Za-z0-9][A-Za-z0-9_.-]*)/.exec(block)?.[1] ?? '';
}
