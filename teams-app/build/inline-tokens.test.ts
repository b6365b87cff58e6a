import { withTokensInlined } from './inline-tokens.ts';

const head = "import { tokens } from '@fluentui/react-theme';\n";

describe("Fluent's tokens in a build", () => {
  it('stand as the CSS variables that they name, also within a template', () => {
    const source = 'const a = tokens.spacingVerticalL, b = `0 $' + '{tokens.spacingHorizontalM}`;';
    expect(withTokensInlined(head + source)).toBe(`${head}const a = "var(--spacingVerticalL)", b = \`0 \${"var(--spacingHorizontalM)"}\`;`);
  });

  it("leave alone what Fluent does not know, and another object's tokens", () => {
    const source = "const a = tokens.unknown, b = card.tokens.spacingVerticalL, c = 'tokens.spacingVerticalL';";
    expect(withTokensInlined(head + source)).toBe(head + source);
    expect(withTokensInlined('const a = tokens.spacingVerticalL;')).toBe('const a = tokens.spacingVerticalL;');
  });
});
