import type { Messages } from "../types.ts";

/** Chinese: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "正在读取记录",
  "state.waiting": "正在等待本页的记录",
  "state.failed": "无法显示记录",
  "state.failed.src": "无法显示{src}的记录",
  "state.failed.view": "无法绘制此视图",
  "state.found": "实际内容",
  "state.expected": "应有内容",
  "state.remedy": "解决办法",
  "state.loading.file": "正在读取{file}",
  "state.loading.bytes": "{loaded}，共{total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "正在整理记录",
  "state.cancel": "取消",
  "state.cancelled": "加载已取消。",
  "state.kept": "先前绘制的内容仍在显示。",
  "state.partly": "部分文件无法显示",
  "state.retry": "重试",
  "state.dismiss": "关闭此消息",
  "state.expected.data": "JSON、GeoJSON、CSV或TSV格式的记录，或已知发布方的文件",
  "files.label": "记录文件",
  "files.choose": "打开文件",
  "files.drop": "或拖放到此处",
  "files.over": "松开即可打开",
  "files.privacy": "文件只在本页读取，不会发送到任何地方。",
};
