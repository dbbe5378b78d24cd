export * from "@whenwhere/timeline";
