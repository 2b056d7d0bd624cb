// What CloudFormation templates are made of and what that costs: node costs.js PRICES TEMPLATE ...
// PRICES are list prices of one region, each with its date and source, without free tiers and taxes.
const fs = require('fs');

const [pricesFile, ...templates] = process.argv.slice(2);
const prices = JSON.parse(fs.readFileSync(pricesFile));
const resources = templates.flatMap((file) =>
  Object.values(JSON.parse(fs.readFileSync(file)).Resources ?? {}));

const usd = (amount) => amount.toFixed(2).padStart(9);

/** How often a resource is billed: once for each of what its property lists, or for each node. */
function units(price, properties) {
  if (price.each) {
    return properties[price.each].length;
  }
  return price.nodes ? properties.NumNodeGroups * (1 + properties.ReplicasPerNodeGroup) : 1;
}

function matches(price, resource) {
  return resource.Type === price.type && Object.entries(price.where ?? {})
    .every(([name, value]) => resource.Properties[name] === value);
}

function standing(price) {
  const billed = resources.filter((resource) => matches(price, resource))
    .reduce((sum, resource) => sum + units(price, resource.Properties ?? {}), 0);
  const month = price.month ?? price.hour * prices.hoursAMonth;
  console.log(`${usd(billed * month)}  ${billed} x ${price.type} (${price.asOf}, ${price.source})`);
  return billed * month;
}

const counts = new Map();
resources.forEach(({ Type }) => counts.set(Type, (counts.get(Type) ?? 0) + 1));
console.log('Resources:');
[...counts].sort().forEach(([type, count]) => console.log(`  ${String(count).padStart(4)}  ${type}`));

console.log(`A month when nothing happens, ${prices.currency}, list prices of ${prices.region}:`);
const month = prices.standing.map(standing).reduce((sum, cost) => sum + cost, 0);
console.log(`${usd(month)}  together; a GPU machine comes on top for as long as items wait`);

console.log('A million feedback events on top:');
const events = prices.feedback.map(({ what, times, million, asOf, source }) => {
  console.log(`${usd(times * million)}  ${what} (${asOf}, ${source})`);
  return times * million;
}).reduce((sum, cost) => sum + cost, 0);
console.log(`${usd(events)}  together`);

console.log(prices.caution);

// A cache of another size, say, must not be left out in silence.
const known = new Set(prices.standing.map((price) => price.type));
const unknown = resources.filter((resource) => known.has(resource.Type)
  && !prices.standing.some((price) => matches(price, resource))
  && resource.Properties.VpcEndpointType !== 'Gateway');
unknown.forEach(({ Type }) => console.log(`There is no price of a ${Type} in ${pricesFile}.`));
