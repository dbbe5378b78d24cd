export * from "@whenwhere/model";
export * from "@whenwhere/store";
