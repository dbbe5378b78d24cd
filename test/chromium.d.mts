export const launchOptions: { readonly executablePath?: string; readonly args: string[] };
export const testLaunchOptions: typeof launchOptions;
