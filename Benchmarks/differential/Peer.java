// Replays scripts of answers on JavaRosa, the engine inside pyxform's ODK_Validate.jar.
// One JSON request per line of standard input, one JSON reply per line of standard output.
//   {"form": path, "steps": [{"set": path, "value": text} | {"pick": path, "n": number, "many": bool} | {"add": path} | {"remove": path}]}
//   -> {"steps": [the step as it was done, with "outcome"], "leaves": {}, "problems": []}  or  {"refused": text}
// With "fresh": true every expression of the form is worked out again after each step, not only those the engine takes for affected.
// A step that no user could take (no such place, not relevant, nothing offered) is left out of the reply.
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.javarosa.core.model.*;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.data.*;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.*;
import org.javarosa.form.api.*;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.*;

public class Peer {
  static final ObjectMapper JSON = new ObjectMapper();

  final FormDef form;
  final FormEntryModel model;
  final FormEntryController controller;

  Peer(String path) throws Exception {
    form = XFormUtils.getFormFromInputStream(new FileInputStream(path));
    model = new FormEntryModel(form);
    controller = new FormEntryController(model);
    form.initialize(true, new InstanceInitializationFactory());
  }

  static TreeReference reference(String path) {
    TreeReference reference = TreeReference.rootRef();
    for (String step : path.substring(1).split("/")) {
      int bracket = step.indexOf('[');
      if (bracket < 0) reference.add(step, 0);
      else reference.add(step.substring(0, bracket), Integer.parseInt(step.substring(bracket + 1, step.length() - 1)) - 1);
    }
    return reference;
  }

  static String path(TreeElement element) {
    if (element == null || element.getName() == null) return "";
    String row = element.isRepeatable() ? "[" + (element.getMult() + 1) + "]" : "";
    return path((TreeElement) element.getParent()) + "/" + element.getName() + row;
  }

  /** Works out every expression of the form; the engine does so at the start only and has no public way to ask for it. */
  void refresh() throws Exception {
    var field = FormDef.class.getDeclaredField("dagImpl");
    field.setAccessible(true);
    var all = field.getType().getDeclaredMethod("initializeTriggerables", FormInstance.class, EvaluationContext.class, TreeReference.class);
    all.setAccessible(true);
    all.invoke(field.get(form), form.getMainInstance(), form.getEvaluationContext(), TreeReference.rootRef());
  }

  TreeElement at(TreeReference reference) { return form.getMainInstance().resolveReference(reference); }

  FormIndex index(TreeReference reference) {
    FormIndex index = model.incrementIndex(FormIndex.createBeginningOfFormIndex());
    while (index.isInForm() && !reference.equals(index.getReference())) index = model.incrementIndex(index);
    return index.isInForm() ? index : null;
  }

  /** Goes through the whole form, which makes the rows that a repeat count asks for. */
  void walk() {
    controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
    while (controller.stepToNextEvent() != FormEntryController.EVENT_END_OF_FORM) { }
  }

  IAnswerData data(TreeElement element, QuestionDef question, String text) {
    if (text.isEmpty()) return null;
    int control = question.getControlType();
    if (control == Constants.CONTROL_SELECT_ONE) return new SelectOneData(new Selection(text));
    if (control == Constants.CONTROL_SELECT_MULTI || control == Constants.CONTROL_RANK) {
      List<Selection> chosen = new ArrayList<>();
      for (String name : text.split(" ")) chosen.add(new Selection(name));
      return control == Constants.CONTROL_RANK ? new MultipleItemsData(chosen) : new SelectMultiData(chosen);
    }
    return XFormAnswerDataParser.getAnswerData(text, element.getDataType(), question);
  }

  static String text(TreeElement element) {
    if (element.getValue() == null) return "";
    Object written = new XFormAnswerDataSerializer().serializeAnswerData(element.getValue());
    return written == null ? "" : written.toString();
  }

  /** The names that are offered now; the engine's own list would drop an answer that is no longer offered. */
  List<String> offered(TreeElement element, QuestionDef question) {
    List<String> names = new ArrayList<>();
    ItemsetBinding items = question.getDynamicChoices();
    if (items == null) {
      question.getChoices().forEach(choice -> names.add(choice.getValue()));
      return names;
    }
    EvaluationContext context = new EvaluationContext(form.getEvaluationContext(), items.contextRef.contextualize(element.getRef()));
    var source = form.getNonMainInstance(items.nodesetRef.getInstanceName());
    for (TreeReference item : items.nodesetExpr.evalNodeset(source, context)) {
      names.add(((TreeElement) source.resolveReference(item)).getChild("name", 0).getValue().getDisplayText());
    }
    return names;
  }

  /** Does one step and gives it as done, or nothing when a user could not take it. */
  ObjectNode step(JsonNode step) throws Exception {
    ObjectNode done = JSON.createObjectNode();
    if (step.has("add")) {
      TreeReference rows = reference(step.get("add").asText());
      TreeElement parent = at(rows.getParentRef());
      if (parent == null || !parent.isRelevant()) return null;
      int row = parent.getChildMultiplicity(rows.getNameLast());
      rows.setMultiplicity(rows.size() - 1, row);
      FormIndex index = index(rows);
      if (index == null || !model.isIndexRelevant(index)) return null;
      controller.newRepeat(index);
      return done.put("add", step.get("add").asText()).put("outcome", "ok");
    }
    if (step.has("remove")) {
      TreeElement row = at(reference(step.get("remove").asText()));
      if (row == null || !row.isRelevant()) return null;
      form.deleteRepeat(index(row.getRef()));
      return done.put("remove", step.get("remove").asText()).put("outcome", "ok");
    }
    String place = step.has("set") ? step.get("set").asText() : step.get("pick").asText();
    TreeElement element = at(reference(place));
    if (element == null || !element.isRelevant() || element.getMult() < 0) return null;
    FormIndex index = index(element.getRef());
    if (index == null || !model.isIndexRelevant(index)) return null;
    QuestionDef question = FormDef.findQuestionByRef(element.getRef(), form);
    String value = step.path("value").asText();
    if (step.has("pick")) {
      List<String> names = offered(element, question);
      if (names.isEmpty()) return null;
      int n = step.get("n").asInt();
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) if (!step.path("many").asBoolean() ? i == n % names.size() : (n >> i & 1) == 1) chosen.add(names.get(i));
      value = String.join(" ", chosen);
    }
    int answered = controller.answerQuestion(index, data(element, question, value), true);
    String outcome = answered == FormEntryController.ANSWER_OK ? "ok" : answered == FormEntryController.ANSWER_REQUIRED_BUT_EMPTY ? "required" : "constraint";
    return done.put("set", place).put("value", value).put("outcome", outcome);
  }

  void leaves(TreeElement element, ObjectNode into) {
    if (element.getMult() == TreeReference.INDEX_TEMPLATE || element.getName().equals("meta") || !element.isRelevant()) return;
    if (element.isLeaf()) into.put(path(element), text(element));
    for (int i = 0; i < element.getNumChildren(); i++) leaves(element.getChildAt(i), into);
  }

  void problems(ArrayNode into) {
    for (FormIndex i = model.incrementIndex(FormIndex.createBeginningOfFormIndex()); i.isInForm(); i = model.incrementIndex(i)) {
      if (model.getEvent(i) != FormEntryController.EVENT_QUESTION || !model.isIndexRelevant(i)) continue;
      TreeElement element = at(i.getReference());
      if (element == null || !element.isRelevant()) continue;
      boolean empty = element.getValue() == null;
      if (empty && element.isRequired()) into.addObject().put("path", path(element)).put("kind", "required");
      if (!empty && !form.evaluateConstraint(element.getRef(), element.getValue())) into.addObject().put("path", path(element)).put("kind", "constraint");
    }
  }

  static ObjectNode replay(JsonNode request) {
    ObjectNode reply = JSON.createObjectNode();
    Peer peer;
    try { peer = new Peer(request.get("form").asText()); peer.walk(); } catch (Throwable refusal) { return reply.put("refused", String.valueOf(refusal)); }
    ArrayNode steps = reply.putArray("steps");
    for (JsonNode step : request.get("steps")) {
      try {
        ObjectNode done = peer.step(step);
        if (done != null) steps.add(done);
        peer.walk();
        if (request.path("fresh").asBoolean()) { peer.refresh(); peer.walk(); peer.refresh(); }
      }
      catch (Throwable failure) { return reply.put("failed", step + ": " + failure); }
    }
    peer.leaves(peer.form.getMainInstance().getRoot(), reply.putObject("leaves"));
    try { peer.problems(reply.putArray("problems")); } catch (Throwable failure) { reply.put("failed", "problems: " + failure); }
    return reply;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    new XFormsModule().registerModule();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) out.println(JSON.writeValueAsString(replay(JSON.readTree(line))));
  }
}
