/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "agent/syl-agent-launch.h"

#define OBJECT_PATH "/io/github/syllabus_app/Syllabus"

/* A program that opens a large library for the first time may take its time. */
#define TIMEOUT_MS (60 * 1000)

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  SylAgent *agent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply == NULL)
    g_message ("The window can't be opened: %s", error->message);
  syl_agent_release (agent);
}

/* The shell hands over the time of the key press, and no more: that is how windows tell what came last. */
static GVariant *
make_platform_data (unsigned int timestamp)
{
  g_auto (GVariantDict) data = G_VARIANT_DICT_INIT (NULL);

  if (timestamp > 0)
    g_variant_dict_insert_value (&data, "desktop-startup-id",
                                 g_variant_new_take_string (g_strdup_printf ("syllabusctl-agent_TIME%u", timestamp)));
  return g_variant_dict_end (&data);
}

/**
 * syl_agent_launch:
 * @agent: an agent that runs, and doesn't leave before the window is asked
 * @action: an action that the application exports
 * @parameter: (nullable): its parameter, if it has one; taken if it is floating
 * @timestamp: when the reader asked for it, 0 if unknown
 *
 * Has the window do something; the bus starts it if it doesn't run.
 */
void
syl_agent_launch (SylAgent     *agent,
                  const char   *action,
                  GVariant     *parameter,
                  unsigned int  timestamp)
{
  GVariant *parameters = parameter != NULL ? g_variant_new_variant (parameter) : NULL;
  GVariant *arguments = g_variant_new ("(s@av@a{sv})", action,
                                       g_variant_new_array (G_VARIANT_TYPE_VARIANT, &parameters, parameters != NULL ? 1 : 0),
                                       make_platform_data (timestamp));

  syl_agent_hold (agent);
  g_dbus_connection_call (syl_agent_get_connection (agent), SYL_APPLICATION_ID, OBJECT_PATH,
                          "org.freedesktop.Application", "ActivateAction", arguments, NULL, G_DBUS_CALL_FLAGS_NONE,
                          TIMEOUT_MS, NULL, launched_cb, agent);
}
