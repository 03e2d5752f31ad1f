/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "agent/syl-agent-stay.h"

#define OBJECT_PATH "/io/github/syllabus_app/Syllabus/Agent"

static const char interface_xml[] =
  "<node>"
  "  <interface name='" SYL_APPLICATION_ID ".Agent'>"
  "    <method name='Stay'>"
  "      <arg type='b' name='stay' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

struct _SylAgentStay
{
  SylAgent *agent; /* unowned */
  guint registration;
  gboolean stays;
};

static void
method_call (GDBusConnection       *connection,
             const char            *sender,
             const char            *path,
             const char            *interface,
             const char            *method,
             GVariant              *arguments,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  SylAgentStay *self = user_data;
  gboolean stays;

  g_variant_get (arguments, "(b)", &stays);
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (stays == self->stays)
    return;
  self->stays = stays;
  if (stays)
    syl_agent_hold (self->agent);
  else
    syl_agent_release (self->agent);
}

/**
 * syl_agent_stay_new:
 * @agent: an agent that is connected to the session bus, and outlives the part
 * @error: return location for a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the part, which listens from now on
 */
SylAgentStay *
syl_agent_stay_new (SylAgent  *agent,
                    GError   **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_call };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  SylAgentStay *self = g_new0 (SylAgentStay, 1);

  self->agent = agent;
  self->registration = g_dbus_connection_register_object (syl_agent_get_connection (agent), OBJECT_PATH,
                                                          node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration == 0)
    g_clear_pointer (&self, g_free);
  return self;
}

/**
 * syl_agent_stay_free:
 * @self: (transfer full): the part
 */
void
syl_agent_stay_free (SylAgentStay *self)
{
  g_dbus_connection_unregister_object (syl_agent_get_connection (self->agent), self->registration);
  g_free (self);
}
