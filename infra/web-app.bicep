param baseName string
param location string
param sku string
param instances int
param customHost string
param subnetId string
param identityId string
param vaultUri string
param tenantId string
param clientId string
param botAppId string
param teamsAppId string
param calendarAccess string

var host = empty(customHost) ? site.properties.defaultHostName : customHost

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${baseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: baseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // The owner's database address is for migrating alone: the process that serves never has it.
      appCommandLine: 'node bot/main.ts migrate && exec env -u DATABASE_OWNER_URL node bot/main.ts serve'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      http20Enabled: true
      vnetRouteAllEnabled: true
      // Readiness turns red with the database, which no restart of the server would mend.
      healthCheckPath: '/health/live'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: {
    HOST: '0.0.0.0'
    PORT: '8080'
    WEBSITES_PORT: '8080'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    NODE_ENV: 'production'
    PUBLIC_URL: 'https://${host}'
    TENANT_ID: tenantId
    CLIENT_ID: clientId
    CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/client-secret)'
    BOT_APP_ID: botAppId
    TEAMS_APP_ID: teamsAppId
    CALENDAR_ACCESS: calendarAccess
    BOT_APP_PASSWORD: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/bot-app-password)'
    DATABASE_URL: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/database-url)'
    DATABASE_OWNER_URL: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/database-owner-url)'
    SEALING_KEYS: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sealing-keys)'
  }
}

output host string = host
output resourceId string = site.id
