// Counts the resources of CloudFormation templates by type: node resources.js TEMPLATE ...
const fs = require('fs');

// What costs by itself; the rest is free or billed by use.
const BILLED_BY_THE_HOUR = /EC2::VPCEndpoint|ElastiCache::ReplicationGroup|KMS::Key|SecretsManager::Secret|CloudWatch/;

const counts = new Map();
for (const file of process.argv.slice(2)) {
  for (const resource of Object.values(JSON.parse(fs.readFileSync(file)).Resources ?? {})) {
    counts.set(resource.Type, (counts.get(resource.Type) ?? 0) + 1);
  }
}
for (const [type, count] of [...counts].sort()) {
  console.log(`  ${String(count).padStart(4)}  ${type}${BILLED_BY_THE_HOUR.test(type) ? '  (billed while it is there)' : ''}`);
}
