/** Everything of Azure that needs the adapters or the core: a file of its own, loaded when somebody first signs in. */
export { createAzurePorts, endpointOf } from '../../adapters/azure';
export { applyConnector } from '../../app/azure/apply-connector';
export { connectorLocations } from '../../app/azure/connector-locations';
export { deleteConnector, planDeletion } from '../../app/azure/delete-connector';
export { importConnector } from '../../app/azure/import-connector';
export { listConnectors } from '../../app/azure/list-connectors';
export { listSubscriptions } from '../../app/azure/list-subscriptions';
export { azureStatement } from '../../core/health/azure-statement';
export { describePlans } from '../../core/language/describe-plans';
export { readInventory } from '../../app/azure/read-inventory';
export { planConnector } from '../../app/azure/plan-connector';
export { toConnectorText } from '../../core/import/to-connector-text';
export { connectorOfText } from './connector-of-text';
