import type { Browser } from "playwright";

export const launchOptions: { readonly executablePath?: string; readonly args: string[] };
export const testLaunchOptions: typeof launchOptions & { readonly timeout: number };
export function launchChromium(options?: { readonly flags?: readonly string[] }): Promise<Browser>;
