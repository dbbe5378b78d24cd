/** Fields and links, and buttons that look like the text around them. `:where`: views adopt it one after another, and each may say more. */
export const controlsCss = `
:where(.ww-input){min-height:28px;width:100%;padding:0 8px;border:1px solid var(--ww-hair);border-radius:2px;background:var(--ww-panel)}
:where(.ww-input)::placeholder{color:var(--ww-ink2);opacity:1}
:where(.ww-text-button){display:inline;padding:0;border:0;background:none;text-align:start;cursor:pointer}
:where(.ww-link){color:var(--ww-ink);text-decoration:underline;text-decoration-color:var(--ww-hair);text-underline-offset:2px}
:where(.ww-link:hover){text-decoration-color:var(--ww-ink)}
`;
